/**
 * What every storage must hold to, as tests: {@link dev.saveschema.storage.contract.SaveStorageContract}. In the {@code test-jar} of
 * this module, for whoever writes a storage.
 */
package dev.saveschema.storage.contract;
