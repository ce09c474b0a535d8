package page

import (
	"fmt"
	"strings"

	"shigotoatlas/generator/catalog"
)

// englishPlaces are the whole country and the prefectures in the order of their codes (ISO 3166-2:JP).
const englishPlaces = "Whole country,Hokkaido,Aomori,Iwate,Miyagi,Akita,Yamagata,Fukushima,Ibaraki,Tochigi,Gunma,Saitama,Chiba,Tokyo,Kanagawa," +
	"Niigata,Toyama,Ishikawa,Fukui,Yamanashi,Nagano,Gifu,Shizuoka,Aichi,Mie,Shiga,Kyoto,Osaka,Hyogo,Nara,Wakayama," +
	"Tottori,Shimane,Okayama,Hiroshima,Yamaguchi,Tokushima,Kagawa,Ehime,Kochi,Fukuoka,Saga,Nagasaki,Kumamoto,Oita,Miyazaki,Kagoshima,Okinawa"

// placeInEnglish is the name of a place for English readers, its Japanese one where the list has none.
func placeInEnglish(p catalog.Place) string {
	var number int
	if _, err := fmt.Sscanf(p.Code, "JP-%02d", &number); err != nil {
		return p.Name
	}
	names := strings.Split(englishPlaces, ",")
	if number < 0 || number >= len(names) {
		return p.Name
	}
	return names[number]
}
