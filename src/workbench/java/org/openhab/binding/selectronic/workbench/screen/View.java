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
package org.openhab.binding.selectronic.workbench.screen;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.Things;

/**
 * How the owner sees what happens.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface View {
    /**
     * @param title what the binding is run against
     * @param introduction what is shown and how it ends, in a few lines
     */
    void begin(String title, List<String> introduction);

    /** @param entry something that has just happened */
    void happened(Journal.Entry entry);

    /**
     * Called about once a second.
     *
     * @param things the things there are
     * @param journal what has happened
     */
    void refresh(Things things, Journal journal);

    /**
     * Called once at the end; may be without any refresh before.
     *
     * @param things the things there are
     */
    void end(Things things);
}
