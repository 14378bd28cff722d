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
package org.openhab.binding.selectronic.workbench;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.binding.selectronic.workbench.serial.DeviceFiles;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.thing.ThingTypeUID;

/**
 * The owner's own serial port with an SP PRO at the end of its cable, or a simulated one. The speed is found out.
 *
 * @param name the file that stands for the port
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OwnPort(String name) implements ConnectionType {
    private static final ThingTypeUID BRIDGE = new ThingTypeUID("selectronic", "serial");

    @Override
    public String title(Texts texts) {
        return texts.of("title.serial", name);
    }

    @Override
    public Optional<SerialPortManager> serialPorts() {
        return Optional.of(new DeviceFiles());
    }

    @Override
    public Opened open(AccountPassword password) {
        return new Opened(BRIDGE, Map.of("serialPort", name, "refreshInterval", 2), () -> {
            // nothing was begun
        });
    }

    /** The name of the port. */
    static final class Choice implements ConnectionType.Choice {
        private @Nullable String name;

        @Override
        public boolean take(String option, Iterator<String> rest) throws UsageException {
            if (!"--serial".equals(option)) {
                return false;
            }
            String given = Options.value(option, rest);
            if (given.isBlank() || given.startsWith("-")) {
                throw new UsageException("serial", given);
            }
            name = given;
            return true;
        }

        @Override
        public Optional<ConnectionType> chosen() {
            return Optional.ofNullable(name).map(OwnPort::new);
        }
    }
}
