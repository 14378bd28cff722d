/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Provides a value that may differ each time. Unlike {@link java.util.function.Supplier}, it is known to openHAB's null
 * analysis never to return null.
 *
 * @param <T> the type of the value
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@FunctionalInterface
@NonNullByDefault
public interface Provider<T> {
    T get();
}
