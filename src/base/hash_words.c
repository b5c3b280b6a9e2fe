/* SPDX-License-Identifier: MIT */
/*
 * Words for a hash. 1,024 words of three to seven letters, no two with the same
 * first four, without pairs that sound alike, and without any that would hurt to
 * read beside such a case. Six words are 60 bits: at 2^33 hashes a second another
 * head with the same words takes four years of trial. They stand on paper, so the
 * list and its order never change.
 */
#include "lookback/base/hash.h"

enum { WORDS = 6, BITS = 10, IN_ROW = 8 };

static const char *const rows[(1 << BITS) / IN_ROW] = {
    "acid acorn acre actor agent ahead aisle alarm",
    "album algae alley alloy almond alpine amber ample",
    "anchor ankle antler apple apron arch arena armour",
    "arrow ashore aspen atlas attic autumn avenue award",
    "awning bacon badge bagel baker ballad bamboo banana",
    "banjo barn basin basket bath beach beard beaver",
    "beetle bench berry bicycle bike birch bird biscuit",
    "blade blend blink block bloom blossom blue board",
    "boat body bonnet book border bottle boulder bowl",
    "bracket brain bread breeze brick bridge bright broom",
    "brown brush bucket budget buffalo bulb bundle burrow",
    "bush butter cabin cable cactus cake camel canal",
    "candle canoe canyon caravan carbon cargo carpet carrot",
    "carve castle cattle cave cedar celery cellar cement",
    "census chair channel chapel cheese cherry chest chicken",
    "chime china church cider cinema circle citrus city",
    "civil claret clay clerk clever cliff climb clock",
    "cloth cloud clover coach coal coast cobalt coconut",
    "coffee coil collar column comet concert copper coral",
    "corner cosmos cottage cover cradle crane crater crayon",
    "cream credit creek crisp crop crowd cruise crystal",
    "cube cuckoo curtain cushion cycle cymbal dairy daisy",
    "dance daring dawn deep deer delta denim dental",
    "desert desk detail diagram diamond diary diesel digit",
    "dinner disc ditch diver dollar dolphin domain donkey",
    "door double dove dozen dragon drama drawer dream",
    "dress drift drill drive duck dune dust duty",
    "dwarf eagle earth easel echo edge editor elbow",
    "elder elegant elm ember emerald empire empty enamel",
    "energy engine ensign entry errand escort essay estate",
    "evening exam exhibit exit fable fabric face factor",
    "falcon famous farm feather fern ferry fiddle field",
    "figure filter finch finger fish flannel flask flavour",
    "fleece flint float flock flood flute foam focus",
    "fold folk forest fork formal fossil fox frame",
    "freight friend frost fruit fudge furrow future gable",
    "galaxy gallon game garage garden garment gate gather",
    "gazelle gentle genuine geyser giant ginger giraffe glacier",
    "glad glass globe glove glow gold golf goose",
    "gorge gospel grain grand grape green grid grocer",
    "group grove guard guest guide guitar gutter gymnast",
    "habit half hall hammer hand harbour harvest hat",
    "haven hazel head heart heather hedge helmet herald",
    "herb heron hiking hill hinge history hockey hollow",
    "honey hood horizon horn horse hostel humble hurdle",
    "hush hydrant hymn icicle idea igloo impact inch",
    "index indigo inkwell inlet input insect invent iris",
    "iron island ivory ivy jacket jaguar jelly jersey",
    "jewel jigsaw jockey join joke journey jovial juice",
    "jumble jumper jungle junior jury kayak keel kennel",
    "kettle khaki kidney kilt king kiosk kitchen kitten",
    "kiwi knee knot koala label lace ladder lake",
    "lamb lamp lantern lapel lark latch lather laurel",
    "lava lawn layer lazy leader leaf league ledge",
    "legend lemon lens leopard lesson letter level library",
    "lichen light lilac lily lime linen lion list",
    "litre lively lizard lobby lobster local locker lodge",
    "logic longer loom loose lotus lounge loyal luggage",
    "lunar lunch lyric magnet magpie maize major malt",
    "manager mango manner mantle maple marble march margin",
    "marsh mason mast match matrix mayor meadow meal",
    "memory mentor menu merit metal method metre mica",
    "milk mill mimic mineral mint minute mirror mist",
    "mixture mobile model module mole moment money monkey",
    "moon moose moral morning mosaic moss motor mouse",
    "movie museum music mustard mutual myrtle napkin narrow",
    "nation navy neck nectar needle nest network newton",
    "nickel nimble noble noon north notch note nougat",
    "novel nursery nutmeg nylon oasis oatmeal object oboe",
    "ocean odour office olive omega onion onward opal",
    "opera orange orbit orchard order organ orient origin",
    "osprey oval oven owner oxygen oyster ozone pacific",
    "paddle page palace palm panda panel panther paper",
    "parcel park party pasta patch path patrol pause",
    "paving peach pearl pebble pedal pelican pencil penguin",
    "pepper perch person phase phone photo phrase piano",
    "picnic picture pigeon pillow pilot pine pink pioneer",
    "pipe pitch pixel pizza place planet plaster plate",
    "plaza plenty plum pocket poem poet point polar",
    "pole polish polo pond pony poplar poppy porch",
    "port possum post pottery pouch powder prairie press",
    "price pride prince profit promise prune public pudding",
    "puffin pulley pumpkin puppet purple purse puzzle pylon",
    "pyramid quail quality queen quest quiet quill quince",
    "quiz quota rabbit racket radar radio raft rail",
    "rain raisin rally ranch random range rapid rare",
    "rattle raven razor recipe redwood reed reef refer",
    "region relish remark reward rhyme rhythm ribbon rice",
    "ride ridge ring ripple road roast robin robot",
    "rocket roller roman roof root rose rotor round",
    "rover royal rubber ruby rugby ruler rumble runner",
    "rural russet rustic saddle sail salad salmon salon",
    "salt sample sand sapling satchel satin sauce sauna",
    "savanna scale scarf scenic science scooter scout screen",
    "script scroll season second segment sequel serene shadow",
    "shallow shape sheep shelf shield shift ship shirt",
    "shoe shop shore shovel shower shuttle sickle side",
    "sierra signal silent silk silver siphon sketch skill",
    "skipper sky slate sledge sleeve slide slipper slogan",
    "slope smile smoke smooth snail snow soap soccer",
    "social sock soda sofa solar solo sonata song",
    "soup south spade spark spatula spice spider spiral",
    "splash spoon spray spring spruce squid stable stadium",
    "stage stamp star station steam stitch stone stool",
    "story stove straw stream string stroll stump suburb",
    "subway sugar suit summer sunset supper swallow swan",
    "sweater swift swim swing switch symbol system table",
    "tactic tadpole tailor talent tandem tangent tape tartan",
    "task tavern taxi teacup teal teapot tenant tennis",
    "tent terrace test text thatch theatre thimble thistle",
    "thorn thread thrush thumb thunder thyme tide tiger",
    "tile timber tinsel tiptoe tissue title toffee token",
    "tomato tongue tonic tool topaz torch toucan town",
    "tractor trade trail travel tree trench tribe trout",
    "truck trumpet trunk tuba tube tugboat tulip tunnel",
    "turban turkey turnip turtle tutor twig twin typist",
    "uniform union upright urban urchin useful utensil value",
    "valve vanilla vapour vault vector vehicle velvet venture",
    "verb verse vessel veteran viaduct vicar video vigour",
    "villa vinegar vintage viola visit visor vivid voice",
    "volcano volley volume voyage wafer wagon waist wait",
    "walnut walrus waltz warbler warren watch water wave",
    "wealth weather wedge weekend welcome west whale wheat",
    "whisk white wicker widget width willow wind winner",
    "wire wisdom wizard wolf wonder wood wool word",
    "worth wreath wren wrist writer yacht yard yarn",
    "yeast yellow yeoman yield yodel yoga yogurt yolk",
    "zenith zephyr zest zigzag zinc zipper zodiac zone",
};

static struct str word_at(uint64_t i)
{
	struct str rest = str_of(rows[i / IN_ROW]), word = {0};

	for (i %= IN_ROW; str_cut(&rest, ' ', &word) && i > 0; i--)
		;
	return word;
}

/* The first 60 bits, from the most significant on, ten for each word. */
struct str hash_words(struct arena *a, struct hash h)
{
	struct buf b = buf_in(a);
	uint64_t bits = 0;

	for (int i = 0; i < 8; i++)
		bits = bits << 8 | h.b[i];
	for (int i = 0; i < WORDS; i++) {
		if (i)
			buf_char(&b, ' ');
		buf_put(&b, word_at(bits >> (64 - BITS)));
		bits <<= BITS;
	}
	return buf_str(&b);
}
