package page

import (
	"testing"

	"shigotoatlas/generator/catalog"
)

func TestPlaceInEnglish(t *testing.T) {
	for code, want := range map[string]string{
		"JP-00": "Whole country", "JP-01": "Hokkaido", "JP-13": "Tokyo", "JP-26": "Kyoto", "JP-40": "Fukuoka", "JP-47": "Okinawa",
		"JP-48": "島", "XX": "島",
	} {
		if got := placeInEnglish(catalog.Place{Code: code, Name: "島"}); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}
