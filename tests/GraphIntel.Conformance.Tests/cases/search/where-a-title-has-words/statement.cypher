CYPHER 5
WITH COUNT {
  CALL db.index.fulltext.queryNodes('graphintel$n$Event$keys$title', $p.a0) YIELD node AS n1
  RETURN n1
} AS c0, COLLECT {
  CALL db.index.fulltext.queryNodes('graphintel$n$Event$keys$title', $p.a0) YIELD node AS n1
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.start DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.title, n1.start]
} AS c1
RETURN [c0, c1] AS r
