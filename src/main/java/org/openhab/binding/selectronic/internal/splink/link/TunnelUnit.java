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
package org.openhab.binding.selectronic.internal.splink.link;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A unit that an account has access to.
 *
 * @param serialNumber its serial number in decimal digits
 * @param site the owner's name of the site, empty if the server does not report it
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record TunnelUnit(String serialNumber, String site) {
}
