/** A guided tour of what can happen to a save, in the terminal, with real files. */
package dev.saveschema.example.tour;
