package sample

import java.nio.file.Path

/** Goes one step further each time it is started. */
fun main(arguments: Array<String>) {
    ProgressSchema.open(Path.of(arguments[0])).use { store ->
        val loaded = store.load()
        println("${loaded.outcome()} ${loaded.value()}")
        loaded.repairs().forEach(::println)
        store.update { now -> ProgressSchema.with(now).step(now.step() + 1).done() }
    }
}
