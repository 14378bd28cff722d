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
package org.openhab.binding.selectronic.internal.examples;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A thing of an example, whatever form its file has.
 *
 * @param uid its UID
 * @param isBridge whether it is a bridge
 * @param bridge the UID of its bridge, empty for none
 * @param label its label
 * @param location its location, empty for none
 * @param config its parameters; numbers are {@code BigDecimal}
 * @param channels the channels that are declared, by id
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ExampleThing(String uid, boolean isBridge, String bridge, String label, String location,
        Map<String, Object> config, Map<String, Channel> channels) {

    /**
     * A declared channel.
     *
     * @param type the id of its channel type
     * @param label its label
     * @param config its parameters
     */
    record Channel(String type, String label, Map<String, Object> config) {
    }

    /** @return binding and type, {@code selectronic:gateway} */
    String type() {
        String[] segments = uid.split(":");
        return segments[0] + ":" + segments[1];
    }
}
