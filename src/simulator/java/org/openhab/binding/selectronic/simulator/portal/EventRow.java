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
package org.openhab.binding.selectronic.simulator.portal;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A row of the events page.
 *
 * @param cells by the heads of their columns; a missing one is a cell that the page does not have
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record EventRow(Map<String, String> cells) {
    public static final String TYPE = "Type";
    public static final String CODE = "Code";
    public static final String DESCRIPTION = "Description";
    public static final String CREATED = "Created";
    public static final String CLEARED = "Cleared";

    public EventRow {
        cells = Map.copyOf(cells);
    }

    /** A row with all cells; an empty last one is an event that stands. Its icon has never been published. */
    public static EventRow of(String code, String description, String created, String cleared) {
        return new EventRow(Map.of(TYPE, cleared.isEmpty() ? "" : "glyphicon-ok-sign color-green s-large", CODE, code,
                DESCRIPTION, description, CREATED, created, CLEARED, cleared));
    }

    /** The row without a cell. */
    public EventRow without(String column) {
        Map<String, String> left = new TreeMap<>(cells);
        left.remove(column);
        return new EventRow(left);
    }
}
