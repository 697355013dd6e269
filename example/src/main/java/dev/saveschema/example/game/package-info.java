/**
 * An idle game in the terminal, with three slots that are saved automatically: how a program uses {@code SaveSlots},
 * {@code AutoSave} and backups. {@link dev.saveschema.example.game.Bakery} is what it saves,
 * {@link dev.saveschema.example.game.Menu} chooses a slot, {@link dev.saveschema.example.game.Shift} plays it,
 * {@link dev.saveschema.example.game.Teller} says what was kept aside, and
 * {@link dev.saveschema.example.game.Screen} is the terminal. Two windows can play two slots at the same time.
 */
package dev.saveschema.example.game;
