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
package org.openhab.binding.selectronic.internal.handler;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.Thing;
import org.slf4j.LoggerFactory;

/**
 * Which equipment a thing is in openHAB's semantic model. Since openHAB 5 a thing type can say so in its definition,
 * but openHAB 4.3 drops a definition that does; so the thing itself is told, where it can be. What the owner has chosen
 * is left alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum EquipmentTag {
    /** The Select.live box. */
    NETWORK_APPLIANCE("NetworkAppliance"),
    /** Inverter, charger and transfer switch in one: none of the narrower tags is right. */
    POWER_SUPPLY("PowerSupply");

    private final String tag;

    EquipmentTag(String tag) {
        this.tag = tag;
    }

    /**
     * @param thing a thing, which is told its tag if it has none
     */
    void suggestTo(Thing thing) {
        try {
            if (Thing.class.getMethod("getSemanticEquipmentTag").invoke(thing) == null) {
                Thing.class.getMethod("setSemanticEquipmentTag", String.class).invoke(thing, tag);
            }
        } catch (NoSuchMethodException e) {
            // openHAB 4.3, whose things have no tags
        } catch (IllegalAccessException | InvocationTargetException e) {
            LoggerFactory.getLogger(EquipmentTag.class).debug("{} has no equipment tag: {}", thing.getUID(),
                    e.getMessage());
        }
    }
}
