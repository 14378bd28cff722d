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
package org.openhab.binding.selectronic.simulator.splink;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that goes wrong with the answer of a port. {@link PortFaults} makes them. What goes wrong with bytes on
 * their way is the matter of the line in front.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface PortFault {
    /**
     * What is sent.
     *
     * @param request what the client sent
     * @param right what would be sent, perhaps silence
     * @param previous the last answer before this one that was not silence
     */
    Reply change(Frame request, Reply right, Reply previous);
}
