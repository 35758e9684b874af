CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.kind IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.kind DESC, n1.subKind IS NOT NULL ASC, n1.subKind ASC, n1.start DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.kind, n1.subKind, n1.start, n1.id, n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.kind IS NOT NULL AND n2.id IS NOT NULL AND n2.kind <= $p.a4 AND (n2.kind < $p.a4 OR n2.kind = $p.a4 AND (n2.subKind > $p.a5 OR n2.subKind = $p.a5 AND (n2.start < $p.a6 OR n2.start = $p.a6 AND (n2.id < $p.a7))))
  WITH *
  ORDER BY n2.kind DESC, n2.subKind IS NOT NULL ASC, n2.subKind ASC, n2.start DESC, n2.id DESC LIMIT $p.a3
  RETURN [n2.kind, n2.subKind, n2.start, n2.id, n2.id]
} AS c1, COLLECT {
  MATCH (n3:Event)
  WHERE n3.kind IS NOT NULL AND n3.id IS NOT NULL AND n3.kind <= $p.a10 AND (n3.kind < $p.a10 OR n3.kind = $p.a10 AND (n3.subKind > $p.a11 OR n3.subKind = $p.a11 AND (n3.start < $p.a12 OR n3.start = $p.a12 AND (n3.id < $p.a13))))
  WITH *
  ORDER BY n3.kind DESC, n3.subKind IS NOT NULL ASC, n3.subKind ASC, n3.start DESC, n3.id DESC LIMIT $p.a9
  RETURN [n3.kind, n3.subKind, n3.start, n3.id, n3.id]
} AS c2, COLLECT {
  MATCH (n4:Event)
  WHERE n4.kind IS NOT NULL AND n4.id IS NOT NULL AND n4.kind >= $p.a16 AND (n4.kind > $p.a16 OR n4.kind = $p.a16 AND (n4.subKind < $p.a17 OR n4.subKind IS NULL OR n4.subKind = $p.a17 AND (n4.start > $p.a18 OR n4.start = $p.a18 AND (n4.id > $p.a19))))
  WITH *
  ORDER BY n4.kind ASC, n4.subKind IS NOT NULL DESC, n4.subKind DESC, n4.start ASC, n4.id ASC LIMIT $p.a15
  RETURN [n4.kind, n4.subKind, n4.start, n4.id, n4.id]
} AS c3, COLLECT {
  MATCH (n5:Event)
  WHERE n5.kind IS NOT NULL AND n5.id IS NOT NULL AND n5.kind <= $p.a22 AND (n5.kind < $p.a22 OR n5.kind = $p.a22 AND (n5.subKind > $p.a23 OR n5.subKind = $p.a23 AND (n5.start < $p.a24 OR n5.start = $p.a24 AND (n5.id < $p.a25)))) AND n5.kind >= $p.a26 AND (n5.kind > $p.a26 OR n5.kind = $p.a26 AND (n5.subKind < $p.a27 OR n5.subKind IS NULL OR n5.subKind = $p.a27 AND (n5.start > $p.a28 OR n5.start = $p.a28 AND (n5.id > $p.a29))))
  WITH *
  ORDER BY n5.kind DESC, n5.subKind IS NOT NULL ASC, n5.subKind ASC, n5.start DESC, n5.id DESC LIMIT $p.a21
  RETURN [n5.kind, n5.subKind, n5.start, n5.id, n5.id]
} AS c4
RETURN [c0, c1, c2, reverse(c3), c4] AS r
