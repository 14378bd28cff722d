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
package org.openhab.binding.selectronic.internal.portal;

import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A row of the events page, identified by code and time of creation.
 *
 * @param code the code of the alert, or 1001, the portal's own event "no data for 24 hours"
 * @param created when it was raised, in the zone of the account
 * @param cleared when it was cleared, null while it is active
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record PortalEvent(int code, LocalDateTime created, @Nullable LocalDateTime cleared) {
}
