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
package org.openhab.binding.selectronic.workbench.definition;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a thing is made of.
 *
 * @param id the type's id within the binding
 * @param bridge whether things of it are bridges
 * @param label what a new thing is called
 * @param groups the types of the channel groups, by the groups' ids, in order
 * @param properties what is known about every thing of the type
 * @param configuration where its parameters are described, null if it has none
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ThingType(String id, boolean bridge, String label, Map<String, String> groups,
        Map<String, String> properties, @Nullable String configuration) {
}
