/**
 * An idle game in the terminal, with three slots that are saved automatically: how a program uses {@code SaveSlots},
 * {@code AutoSave} and backups. {@link dev.saveschema.example.game.Bakery} is what it saves,
 * {@link dev.saveschema.example.game.Menu} chooses a slot, {@link dev.saveschema.example.game.Shift} plays it, and
 * {@link dev.saveschema.example.game.Screen} is the terminal.
 */
package dev.saveschema.example.game;
