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
package org.openhab.binding.selectronic.internal.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;

/**
 * The things of this binding, bridges first.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class OwnThings {
    private final ThingRegistry registry;

    OwnThings(ThingRegistry registry) {
        this.registry = registry;
    }

    List<Thing> all() {
        return registry.stream()
                .filter(thing -> thing.getThingTypeUID().getBindingId().equals(SelectronicBindingConstants.BINDING_ID))
                .sorted(Comparator.comparing((Thing thing) -> !(thing instanceof Bridge))
                        .thenComparing(thing -> thing.getUID().getAsString()))
                .toList();
    }

    /** Finds a thing by its name. The last part is sufficient if it is unique. */
    Optional<Thing> find(String name) {
        List<Thing> things = all().stream().filter(thing -> thing.getUID().getAsString().equals(name)).toList();
        if (things.isEmpty()) {
            things = all().stream().filter(thing -> thing.getUID().getId().equals(name)).toList();
        }
        return things.size() == 1 ? Optional.of(things.get(0)) : Optional.empty();
    }

    /** Finds the handler of the thing named by the first word, if it is of that type. */
    <H> Optional<H> handler(List<String> words, Class<H> type) {
        return words.isEmpty() ? Optional.empty()
                : find(words.get(0)).map(Thing::getHandler).filter(type::isInstance).map(type::cast);
    }
}
