/* SPDX-License-Identifier: MIT */
/* Names from the Middle East, North Africa and Turkey. */
#include "demo/names.h"

/* clang-format off */
static const char *const arabic_f[] = {
	"Fatimah", "Layla", "Huda", "Mariam", "Rania", "Noor", "Amal", "Yasmin", "Salwa",
	"Hanan", "Samira", "Zeinab",
};
static const char *const arabic_m[] = {
	"Ahmed", "Omar", "Khalid", "Youssef", "Hassan", "Mustafa", "Karim", "Samir",
	"Abdul Rahman", "Walid", "Mohammed", "Tarek",
};
static const char *const arabic_family[] = {
	"al-Masri", "Haddad", "El-Sayed", "Al-Rashid", "Mansour", "Ben Ali", "al-Jabouri",
	"Khoury", "Abdallah", "Saleh", "El Amrani", "Hamdan",
};
static const char *const turkish_f[] = {
	"Ayşe", "Elif", "Emine", "Gülşen", "Zeynep", "Çiğdem", "Hatice", "Özlem", "Sevgi",
	"Şule",
};
static const char *const turkish_m[] = {
	"Mehmet", "Ahmet", "Hüseyin", "İbrahim", "Murat", "Özgür", "Yaşar", "Çetin", "Emre",
	"Uğur",
};
static const char *const turkish_family[] = {
	"Yılmaz", "Şahin", "Kaya", "Demir", "Çelik", "Öztürk", "Aydın", "Doğan", "Arslan",
	"Güneş",
};
static const char *const persian_f[] = {
	"Shirin", "Parisa", "Nasrin", "Mahsa", "Leila", "Berivan", "Zahra", "Roya",
};
static const char *const persian_m[] = {
	"Reza", "Hossein", "Amir", "Farhad", "Dara", "Bahram", "Kamran", "Azad",
};
static const char *const persian_family[] = {
	"Hosseini", "Ahmadi", "Karimi", "Rostami", "Moradi", "Azizi", "Barzani", "Nazari",
};
/* clang-format on */

const struct name_group names_arabic = {
    "arabic", 100, NAMING_PLAIN, 100, POOL(arabic_f), POOL(arabic_m), POOL(arabic_family), {0}};
const struct name_group names_turkish = {"turkish", 60, NAMING_PLAIN, 40, POOL(turkish_f),
    POOL(turkish_m), POOL(turkish_family), {0}};
const struct name_group names_persian = {"persian", 40, NAMING_PLAIN, 0, POOL(persian_f),
    POOL(persian_m), POOL(persian_family), {0}};
