package catalog
import "testing"
func TestSmall(t *testing.T){ smallSite(t).load(t) }
