package dev.saveschema.storage.disk;

import dev.saveschema.storage.RandomIds;

/** Tokens that nobody used before, as far as chance goes. */
public final class RandomTokens implements TempFiles.Token {

    public RandomTokens() {}

    @Override
    public String next() {
        return RandomIds.next();
    }
}
