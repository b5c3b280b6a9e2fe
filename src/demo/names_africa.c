/* SPDX-License-Identifier: MIT */
/* Names from Africa and the Caribbean. */
#include "demo/names.h"

/* clang-format off */
static const char *const nigerian_f[] = {
	"Ngozi", "Folasade", "Chidinma", "Yetunde", "Blessing", "Adaeze", "Omolara",
	"Funmilayo", "Ifeoma", "Titilayo", "Abiọla", "Ṣadé",
};
static const char *const nigerian_m[] = {
	"Emeka", "Oluwaseun", "Chukwudi", "Babatunde", "Ikenna", "Adebayo", "Obinna", "Tunde",
	"Kelechi", "Femi", "Ọlámidé", "Sunday",
};
static const char *const nigerian_family[] = {
	"Okafor", "Adeyemi", "Okonkwo", "Balogun", "Eze", "Ogunleye", "Nwosu", "Adebayo-Cole",
	"Obi", "Ọládélé", "Ibrahim", "Akinola",
};
static const char *const ghanaian_f[] = {
	"Akosua", "Ama", "Abena", "Efua", "Esi", "Comfort", "Adwoa", "Grace",
};
static const char *const ghanaian_m[] = {
	"Kwame", "Kofi", "Kwabena", "Yaw", "Emmanuel", "Kojo", "Ebo", "Kwesi",
};
static const char *const ghanaian_family[] = {
	"Mensah", "Owusu", "Boateng", "Asante", "Osei-Bonsu", "Appiah", "Agyeman", "Ofori",
	"Amoah", "Adu-Gyamfi",
};
static const char *const somali_f[] = {
	"Hodan", "Fadumo", "Amina", "Sahra", "Khadija", "Ifrah", "Selam", "Nimco", "Hiwot",
	"Ubah",
};
static const char *const somali_m[] = {
	"Abdi", "Mohamed", "Ismail", "Yusuf", "Mahad", "Liban", "Bereket", "Ahmed", "Guled",
	"Tesfaye",
};
static const char *const somali_family[] = {
	"Warsame", "Hassan", "Farah", "Omar", "Jama", "Abdullahi", "Nur", "Adan", "Tekle",
	"Gebre",
};
static const char *const caribbean_f[] = {
	"Marcia", "Shanice", "Beverley", "Yvonne", "Tanisha", "Keisha", "Sonia", "Latoya",
	"Chantelle", "Désirée",
};
static const char *const caribbean_m[] = {
	"Winston", "Delroy", "Leroy", "Andre", "André", "Jermaine", "Errol", "Tyrone", "Curtis",
	"Lloyd",
};
static const char *const caribbean_family[] = {
	"Campbell", "Brown", "Francis", "Grant", "Bailey", "Gordon", "Morrison", "Clarke",
	"Henry", "Joseph", "St. Hilaire", "Baptiste", "Reid", "Blackwood", "Charles",
};
static const char *const southern_f[] = {
	"Tendai", "Rudo", "Chipo", "Thandiwe", "Nomvula", "Marie-Claire", "Grâce", "Precious",
};
static const char *const southern_m[] = {
	"Tatenda", "Farai", "Simba", "Themba", "Sipho", "Jean-Pierre", "Désiré", "Blessing",
};
static const char *const southern_family[] = {
	"Moyo", "Ncube", "Sibanda", "Dube", "Mutasa", "Banda", "Kabongo", "van Wyk",
};
/* clang-format on */

const struct name_group names_nigerian = {"nigerian", 110, NAMING_PLAIN, 220, POOL(nigerian_f),
    POOL(nigerian_m), POOL(nigerian_family), {0}};
const struct name_group names_ghanaian = {"ghanaian", 60, NAMING_PLAIN, 260, POOL(ghanaian_f),
    POOL(ghanaian_m), POOL(ghanaian_family), {0}};
const struct name_group names_somali = {
    "somali", 80, NAMING_CHAIN, 0, POOL(somali_f), POOL(somali_m), POOL(somali_family), {0}};
const struct name_group names_caribbean = {"caribbean", 110, NAMING_PLAIN, 180,
    POOL(caribbean_f), POOL(caribbean_m), POOL(caribbean_family), {0}};
const struct name_group names_southern_african = {"southern african", 40, NAMING_PLAIN, 120,
    POOL(southern_f), POOL(southern_m), POOL(southern_family), {0}};
