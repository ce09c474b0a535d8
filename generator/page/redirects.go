package page

// redirects writes a page at every retired address, which leads on to what is there now.
func (s *site) redirects() error {
	for _, r := range s.c.Redirects {
		v := s.newView("redirect", r.From, "ページが移動しました", "このページは新しいアドレスに移りました。")
		target := s.reference(r.Target())
		v.Hidden, v.Refresh, v.Main = true, v.Root+target, link{s.Base + target, v.Root + target}
		if err := s.render(v, r.From, ""); err != nil {
			return err
		}
	}
	return nil
}
