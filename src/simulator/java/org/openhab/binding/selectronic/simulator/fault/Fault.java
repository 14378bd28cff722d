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
package org.openhab.binding.selectronic.simulator.fault;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that goes wrong on demand: with the bytes on a line, or with the answer of a web front end. {@link Faults}
 * makes them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Fault permits LineFault, AnswerFault {
}
