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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How the list of systems writes the number of a system and its place; public clients allow for all three. Where the
 * number is absent, the place is text.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum NumberForm {
    TEXT,
    NUMBER,
    ABSENT
}
