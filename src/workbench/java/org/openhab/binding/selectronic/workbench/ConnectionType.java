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

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.thing.ThingTypeUID;

/**
 * What the bundle is run against.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
interface ConnectionType {
    /**
     * @param texts the texts of the workbench
     * @return what is at the other end
     */
    String title(Texts texts);

    /** @return the serial ports, empty if it needs none; then the bundle is run without openHAB's serial transport */
    default Optional<SerialPortManager> serialPorts() {
        return Optional.empty();
    }

    /**
     * Makes ready what the bundle is to find.
     *
     * @param password is asked for where an account is needed
     * @return how it is reached
     * @throws UsageException if something is missing that only the owner knows
     */
    Opened open(AccountPassword password) throws IOException, UsageException;

    /**
     * A way that is ready.
     *
     * @param bridge the type of the bridge that stands for it
     * @param configuration the bridge's configuration, where it differs from the defaults
     * @param end what is to be ended afterwards
     */
    record Opened(ThingTypeUID bridge, Map<String, Object> configuration, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** The options of a way on the command line. */
    interface Choice {
        /**
         * @param option an option
         * @param rest what follows it, and what is taken from if the option has a value
         * @return whether the option belongs to this connection
         * @throws UsageException if its value makes no sense
         */
        boolean take(String option, Iterator<String> rest) throws UsageException;

        /**
         * @return the way, empty if none of its options was given
         * @throws UsageException if its options do not go together
         */
        Optional<ConnectionType> chosen() throws UsageException;
    }
}
