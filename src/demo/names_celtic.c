/* SPDX-License-Identifier: MIT */
/* Names from Wales, Scotland and Ireland. Irish women's family names have a form of their own. */
#include "demo/names.h"

/* clang-format off */
static const char *const welsh_f[] = {
	"Siân", "Rhiannon", "Carys", "Bethan", "Angharad", "Lowri", "Cerys", "Nerys", "Ffion",
	"Mair", "Elin", "Menna", "Lleucu", "Gwenllïan", "Catrin", "Llinos", "Eirlys", "Heledd",
	"Myfanwy", "Siwân",
};
static const char *const welsh_m[] = {
	"Gareth", "Rhys", "Huw", "Llŷr", "Dafydd", "Geraint", "Siôn", "Owain", "Emyr", "Iwan",
	"Gethin", "Aled", "Hywel", "Ieuan", "Gruffydd", "Llywelyn", "Elis", "Dylan", "Tomos",
	"Gwilym",
};
static const char *const welsh_family[] = {
	"Jones", "Davies", "Williams", "Evans", "Thomas", "Roberts", "Lewis", "Hughes",
	"Morgan", "Griffiths", "Edwards", "Owen", "James", "Rees", "Jenkins", "Price",
	"Pritchard", "Lloyd", "Llewellyn", "Powell", "Bowen", "Vaughan", "Parry", "ap Dafydd",
	"ap Rhys", "Gwynne", "Môn", "Prys-Jones", "Probert", "Tŷ Newydd",
};
static const char *const scottish_f[] = {
	"Fiona", "Eilidh", "Kirsteen", "Mhairi", "Morag", "Isla", "Catriona", "Ailsa", "Shona",
	"Lorna", "Mairi", "Rhona", "Agnes", "Elspeth", "Seonaid",
};
static const char *const scottish_m[] = {
	"Alasdair", "Fraser", "Hamish", "Euan", "Gordon", "Callum", "Angus", "Ross", "Iain",
	"Ruaridh", "Gregor", "Finlay", "Murdo", "Blair", "Seumas",
};
static const char *const scottish_family[] = {
	"MacDonald", "Campbell", "Stewart", "McKenzie", "Murray", "Reid", "Ross", "McLean",
	"Fraser", "Hamilton", "Graham", "Ferguson", "McIntosh", "Sinclair", "Cameron",
	"MacLeod", "Buchanan", "Urquhart", "McGregor", "Kerr",
};
static const char *const irish_f[] = {
	"Niamh", "Aoife", "Róisín", "Siobhán", "Sinéad", "Gráinne", "Orla", "Maeve", "Caoimhe",
	"Deirdre", "Bríd", "Áine", "Ciara", "Nuala", "Bernadette", "Kathleen", "Noreen",
	"Éilis", "Mary", "Philomena",
};
static const char *const irish_m[] = {
	"Seán", "Ciarán", "Pádraig", "Declan", "Brendan", "Eoin", "Conor", "Fergal", "Oisín",
	"Cormac", "Dermot", "Séamus", "Niall", "Tadhg", "Donal", "Martin", "Michael", "Gerard",
	"Diarmuid", "Colm",
};
static const char *const irish_family[] = {
	"Murphy", "O'Brien", "Kelly", "O'Sullivan", "Walsh", "Ó Briain", "Byrne", "Ryan",
	"O'Connor", "Doyle", "McCarthy", "Ó Murchú", "Gallagher", "Doherty", "Kennedy", "Lynch",
	"Ó Ceallaigh", "McDonagh", "Ward", "Mac Cárthaigh",
};
static const char *const irish_family_f[] = {
	"Murphy", "O'Brien", "Kelly", "O'Sullivan", "Walsh", "Ní Bhriain", "Byrne", "Ryan",
	"O'Connor", "Doyle", "McCarthy", "Ní Mhurchú", "Gallagher", "Doherty", "Kennedy",
	"Lynch", "Ní Cheallaigh", "McDonagh", "Ward", "Nic Cárthaigh",
};
/* clang-format on */

const struct name_group names_welsh = {
    "welsh", 400, NAMING_PLAIN, 260, POOL(welsh_f), POOL(welsh_m), POOL(welsh_family), {0}};
const struct name_group names_scottish = {"scottish", 250, NAMING_PLAIN, 180, POOL(scottish_f),
    POOL(scottish_m), POOL(scottish_family), {0}};
const struct name_group names_irish = {"irish", 100, NAMING_PLAIN, 240, POOL(irish_f),
    POOL(irish_m), POOL(irish_family), POOL(irish_family_f)};
