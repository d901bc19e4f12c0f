/**
 * A real control plane (etcd and kube-apiserver) for tests, measurements and {@code make cluster}. There is no controller
 * manager: namespaces never finish deleting, and nothing makes ServiceAccounts or collects garbage.
 */
@NullMarked
package dev.gatehouse.testbed;

import org.jspecify.annotations.NullMarked;
