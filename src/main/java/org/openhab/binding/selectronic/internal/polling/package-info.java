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
 * When to ask, and when a trouble is an outage: objects with a clock. Nothing in here sleeps or has a thread; whoever
 * asks them does the waiting.
 */
package org.openhab.binding.selectronic.internal.polling;
