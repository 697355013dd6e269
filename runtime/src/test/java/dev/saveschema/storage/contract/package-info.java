/**
 * The contract of every storage, as tests: {@link dev.saveschema.storage.contract.SaveStorageContract}. It is in the {@code
 * test-jar} of this module, for developers who write a storage.
 */
package dev.saveschema.storage.contract;
