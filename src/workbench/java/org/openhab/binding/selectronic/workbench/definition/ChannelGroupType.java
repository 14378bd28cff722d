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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The channels of a group.
 *
 * @param id the type's id within the binding
 * @param label what the group is called
 * @param channels its channels, in order
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ChannelGroupType(String id, String label, List<Member> channels) {
    /**
     * A channel of a group.
     *
     * @param id its id within the group
     * @param typeId the id of its type
     * @param label what it is called, null if as its type
     * @param description what it means, null if as its type says
     */
    public record Member(String id, String typeId, @Nullable String label, @Nullable String description) {
    }
}
