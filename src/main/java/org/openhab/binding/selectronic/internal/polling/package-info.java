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
/**
 * Decides by a clock when to poll, and when failures are an outage. Nothing here sleeps or has a thread of its own: the
 * caller does the waiting.
 */
package org.openhab.binding.selectronic.internal.polling;
