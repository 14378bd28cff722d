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

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An item of an example, whatever form its file has. What is not told is empty.
 *
 * @param name its name
 * @param type its type, with dimension
 * @param unit its unit
 * @param format the pattern of its state
 * @param label its label
 * @param icon its icon
 * @param groups the groups that it is in
 * @param tags its tags
 * @param links the parameters of each link, by the UID of the channel
 * @param stateDescription what is told of its state beside the pattern
 * @param autoupdate whether a command becomes its state by itself, which openHAB does unless it is told not to
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ExampleItem(String name, String type, String unit, String format, String label, String icon, List<String> groups,
        List<String> tags, Map<String, Map<String, Object>> links, Map<String, Object> stateDescription,
        boolean autoupdate) {

    static final String GROUP = "Group";

    /** @return whether it is a group */
    boolean isGroup() {
        return type.equals(GROUP);
    }
}
