/* SPDX-License-Identifier: GPL-2.0 */
#include <linux/types.h>

void ads1292r_transfer(const u8 *tx, u8 *rx, unsigned int len);
void ads1292r_exit(void);
