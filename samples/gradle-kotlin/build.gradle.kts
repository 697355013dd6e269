plugins {
    id("java")
}

repositories {
    if (providers.gradleProperty("saveschema.repository").isPresent) {
        maven { url = uri(providers.gradleProperty("saveschema.repository").get()) }
    }
    mavenLocal()
    mavenCentral()
}

dependencies {
    implementation(platform("dev.saveschema:saveschema-bom:0.1.0-SNAPSHOT"))
    annotationProcessor(platform("dev.saveschema:saveschema-bom:0.1.0-SNAPSHOT"))
    implementation("dev.saveschema:saveschema-runtime")
    annotationProcessor("dev.saveschema:saveschema-processor")
}

tasks.named<JavaCompile>("compileJava") {
    val history = layout.projectDirectory.dir("src/main/saveschema")
    val lock = providers.gradleProperty("saveschema.lock").orElse("false")
    val release = providers.gradleProperty("saveschema.release").orElse("false")
    inputs.files(history).withPathSensitivity(PathSensitivity.RELATIVE) // which need not exist before the first lock
    inputs.property("saveschema.lock", lock)
    inputs.property("saveschema.release", release)
    outputs.doNotCacheIf("a lock writes the history, which no cache does") { lock.get() == "true" }
    options.compilerArgumentProviders.add(CommandLineArgumentProvider { listOf( // a provider: the path of the project is no input, so that a build cache serves every checkout
        "-Asaveschema.history=${history.asFile}",
        "-Asaveschema.lock=${lock.get()}",
        "-Asaveschema.release=${release.get()}") })
}
