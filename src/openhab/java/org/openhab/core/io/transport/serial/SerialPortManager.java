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
package org.openhab.core.io.transport.serial;

import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Knows the serial ports.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface SerialPortManager {
    default @Nullable SerialPortIdentifier getIdentifier(String name) {
        return getIdentifiers().filter(port -> port.getName().equals(name)).findFirst().orElse(null);
    }

    Stream<SerialPortIdentifier> getIdentifiers();
}
