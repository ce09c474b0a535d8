curl -s {release}json/wage_classes.json |
  jq -r '.[] | select(.name | contains("看護")) | [.code, .name] | @csv'
