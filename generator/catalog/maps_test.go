package catalog

import (
	"slices"
	"testing"
)

func TestMaps(t *testing.T) {
	c := smallSite(t).load(t)
	m := c.RelationMaps[0]
	if len(c.RelationMaps) != 1 || m.Key != "mill" || m.Title != "粉ひきの職業関連図" || len(m.Rows) != 2 {
		t.Fatalf("%d maps, the first is %q %q of %d rows", len(c.RelationMaps), m.Key, m.Title, len(m.Rows))
	}
	village, keeper, watcher := m.Nodes[0], m.Nodes[1], m.Nodes[2]
	if village.Occupation != nil || keeper.Occupation != c.Occupation(1) || keeper.Name != "風車守" || watcher.Name != "霧番" {
		t.Errorf("nodes came out as %+v, %+v, %+v", village, keeper, watcher)
	}
	if e := m.Edges[2]; e.Start != watcher || e.End != keeper || e.Words != "霧を知らせる" {
		t.Errorf("the third edge came out as %+v", e)
	}
	if !slices.Equal(village.Members, []*Occupation{c.Occupation(2)}) {
		t.Errorf("the members of the village came out as %v", village.Members)
	}
	for id, want := range map[int]int{1: 1, 2: 1, 3: 0} {
		if got := c.Maps(c.Occupation(id)); len(got) != want {
			t.Errorf("occupation %d stands in %d maps, want %d", id, len(got), want)
		}
	}
}

func TestTown(t *testing.T) {
	c := smallSite(t).load(t)
	if len(c.Town) != 2 {
		t.Fatalf("%d places, want 2", len(c.Town))
	}
	hill := c.Town[0]
	if hill.Name != "丘" || hill.Wide != (TownSpot{0, 0}) || c.Town[1].Tall != (TownSpot{0, 132}) {
		t.Errorf("the places came out as %+v, %+v", hill, c.Town[1])
	}
	if plain := hill.Text.Plain(); plain != "風の力を借りて、麦を粉にする所です。" {
		t.Errorf("the text of the hill is %q", plain)
	}
	if !slices.Equal(hill.Occupations, []*Occupation{c.Occupation(1), c.Occupation(2)}) || hill.Corners[1].Text.Plain() != "霧を見る台" {
		t.Errorf("the hill has %d occupations, its second corner is %q", len(hill.Occupations), hill.Corners[1].Text.Plain())
	}
}

// TestTownHoldsMost: the town shows most of every field.
func TestTownHoldsMost(t *testing.T) {
	c, faults, err := Load(realTrees(t))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	stands := map[*Occupation]bool{}
	for _, p := range c.Town {
		for _, o := range p.Occupations {
			stands[o] = true
		}
	}
	t.Logf("%d places, %d of %d occupations", len(c.Town), len(stands), len(c.Occupations))
	for _, f := range c.Fields {
		n := 0
		for _, o := range f.Occupations {
			if stands[o] {
				n++
			}
		}
		if 4*n < 3*len(f.Occupations) {
			t.Errorf("the town has %d of the %d occupations of %s", n, len(f.Occupations), f.Name)
		}
	}
}
