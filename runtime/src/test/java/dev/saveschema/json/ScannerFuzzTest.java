package dev.saveschema.json;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for bytes on which our scanner and Jackson differ, led by the paths through both that were taken. Not part of a build, since it
 * instruments what it finds in its JVM; {@link ScannerDifferentialTest} judges its mutations in the same way.
 */
class ScannerFuzzTest {

    // how long is for the caller to say
    @FuzzTest(maxDuration = "")
    void bothReadersJudgeAlike(byte[] bytes) {
        ScannerDifferentialTest.judgedAlike(bytes);
    }
}
