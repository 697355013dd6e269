/** What a course keeps for a learner: a save format that has lived through four versions. */
package dev.saveschema.example;
