package catalog

import "testing"

// The model cases go over all fields, through youth and age, with and without a licence, and not all go well.
func TestStoriesOfTheSite(t *testing.T) {
	content, dataset := realTrees(t)
	c, faults, err := Load(content, dataset)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if len(c.Stories) < 24 {
		t.Errorf("%d stories, want 24", len(c.Stories))
	}
	fields, courses, youngest, oldest, licensed := map[string]bool{}, map[string]int{}, 100, 0, 0
	for _, s := range c.Stories {
		fields[c.Occupation(s.From).FieldKey], fields[c.Occupation(s.To).FieldKey] = true, true
		courses[s.Course]++
		youngest, oldest = min(youngest, s.Age), max(oldest, s.Age)
		if len(s.Licences) > 0 {
			licensed++
		}
	}
	for _, f := range c.Fields {
		if !fields[f.Key] {
			t.Errorf("no story begins or ends in the field %s", f.Key)
		}
	}
	if youngest != 19 || oldest != 63 || licensed == 0 || licensed == len(c.Stories) {
		t.Errorf("ages %d to %d, %d of %d with a licence", youngest, oldest, licensed, len(c.Stories))
	}
	for _, course := range StoryCourses {
		if courses[course.Key] < 3 {
			t.Errorf("%d stories are %s, want 3", courses[course.Key], course.Key)
		}
	}
}
