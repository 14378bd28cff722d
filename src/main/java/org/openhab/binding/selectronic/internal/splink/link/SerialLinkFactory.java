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
 * Creates links with openHAB's serial transport. Only this class and the links themselves use it; they are not loaded
 * if it is not installed.
 * <p>
 * The underlying library (nrjavaserial 5.2.1) leaks two lock files with each search for a missing port, and one with
 * each list of ports. So a port that is a device file and was not found is not searched for again before the file
 * exists.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = SerialLinks.class)
public final class SerialLinkFactory implements SerialLinks {
    /** Folder of ports that are device files, on Linux and macOS. */
    private static final String DEVICES = "/dev/";

    private final SerialPortManager manager;
    private final String devices;
    /** Names of device files that were missing. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    /**
     * @param manager finds serial ports
     */
    @Activate
    public SerialLinkFactory(@Reference SerialPortManager manager) {
        this(manager, DEVICES);
    }

    /** Creates the factory with another folder of device files. */
    SerialLinkFactory(SerialPortManager manager, String devices) {
        this.manager = manager;
        this.devices = devices;
    }

    @Override
    public Link link(String port, int baud, Clock clock) {
        return new SerialLink(this::find, port, baud, clock);
    }

    private @Nullable SerialPortIdentifier find(String name) {
        // other names, of Windows or of the network, need not be paths
        boolean isFile = name.startsWith(devices) && Files.exists(Path.of(name));
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
