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
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.ChannelKind;

/**
 * What a channel is like.
 *
 * @param id the type's id within the binding
 * @param kind state or trigger
 * @param itemType the kind of item it goes with, null for a trigger
 * @param label what it is called
 * @param description what it means, null if that is not said
 * @param advanced whether a normal user can do without it
 * @param pattern how values are written, null if as they are
 * @param options what values are called
 * @param tags the semantic tags
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ChannelType(String id, ChannelKind kind, @Nullable String itemType, String label,
        @Nullable String description, boolean advanced, @Nullable String pattern, Map<String, String> options,
        Set<String> tags) {
}
