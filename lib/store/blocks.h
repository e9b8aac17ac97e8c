/* Where a deal looks for others that tell the same. */
#ifndef STORE_BLOCKS_H
#define STORE_BLOCKS_H

#include <accord/document.h>

/* One letter a type family; a takeover that a report calls a merger is in the family of takeovers. */
char deal_family(accord_deal_type type);

#define MAX_BLOCKS 40

/*
 * The blocks of a deal, as text in the arena: "aT:xilinx", "aP:amd|xilinx". Party ids must be set. The first
 * is the most telling one. Returns their number.
 */
size_t deal_blocks(accord_arena *arena, const accord_deal *deal, accord_slice blocks[MAX_BLOCKS]);

#endif
