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
package org.openhab.binding.selectronic.internal.splink.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes links over openHAB's serial transport. Besides the links themselves the only class that knows it; neither is
 * loaded where it is missing.
 * <p>
 * The library behind it (nrjavaserial 5.2.1) leaves two lock files open with each search for a port that is not there,
 * and one with each list of the ports that are. So a port that is a device file and was not found is searched for again
 * when the file is there, and not with each attempt.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = SerialLinks.class)
public final class SerialLinkFactory implements SerialLinks {
    /** Where ports are device files, on Linux and macOS. */
    private static final String DEVICES = "/dev/";

    private final SerialPortManager manager;
    private final String devices;
    /** Names of device files that were missing. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    /**
     * @param manager knows the ports
     */
    @Activate
    public SerialLinkFactory(@Reference SerialPortManager manager) {
        this(manager, DEVICES);
    }

    /** With device files in another folder. */
    SerialLinkFactory(SerialPortManager manager, String devices) {
        this.manager = manager;
        this.devices = devices;
    }

    @Override
    public Link link(String port, int baud, Clock clock) {
        return new SerialLink(this::find, port, baud, clock);
    }

    private @Nullable SerialPortIdentifier find(String name) {
        boolean isFile = Files.exists(Path.of(name));
        if (!isFile && missing.contains(name)) {
            return null;
        }
        missing.remove(name);
        SerialPortIdentifier found = manager.getIdentifier(name);
        if (found == null && !isFile && name.startsWith(devices)
                && manager.getIdentifiers().noneMatch(port -> port.getName().equals(name))) {
            missing.add(name);
        }
        return found;
    }
}
