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
package org.openhab.binding.selectronic.internal.splink.wire;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Words of the unit's memory, as one read brought them.
 *
 * @param address the address of the first word
 * @param values the words, each from 0 to 0xFFFF
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Words(int address, int[] values) {
}
