CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL AND n1.subKind >= $p.a2 AND (n1.subKind > $p.a2 OR n1.subKind = $p.a2 AND (n1.id > $p.a3))
  WITH *
  ORDER BY n1.subKind IS NOT NULL ASC, n1.subKind ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Event)
  WHERE n2.id IS NOT NULL AND n2.subKind >= $p.a6 AND (n2.subKind > $p.a6 OR n2.subKind = $p.a6 AND (n2.id > $p.a7))
  WITH *
  ORDER BY n2.subKind IS NOT NULL ASC, n2.subKind ASC, n2.id ASC LIMIT $p.a5
  RETURN [n2.subKind, n2.id, n2.id]
} AS c1, COLLECT {
  MATCH (n3:Event)
  WHERE n3.id IS NOT NULL AND (n3.subKind < $p.a10 OR n3.subKind IS NULL OR n3.subKind = $p.a10 AND (n3.id < $p.a11))
  WITH *
  ORDER BY n3.subKind IS NOT NULL DESC, n3.subKind DESC, n3.id DESC LIMIT $p.a9
  RETURN [n3.id]
} AS c2, COLLECT {
  MATCH (n4:Event)
  WHERE n4.id IS NOT NULL AND (n4.subKind < $p.a14 OR n4.subKind IS NULL OR n4.subKind = $p.a14 AND (n4.id < $p.a15))
  WITH *
  ORDER BY n4.subKind IS NOT NULL DESC, n4.subKind DESC, n4.id DESC LIMIT $p.a13
  RETURN [n4.id]
} AS c3, COLLECT {
  MATCH (n5:Event)
  WHERE n5.id IS NOT NULL AND (n5.subKind < $p.a18 OR n5.subKind IS NULL OR n5.subKind = $p.a18 AND (n5.id < $p.a19))
  WITH *
  ORDER BY n5.subKind IS NOT NULL DESC, n5.subKind DESC, n5.id DESC LIMIT $p.a17
  RETURN [n5.id]
} AS c4, COLLECT {
  MATCH (n6:Event)
  WHERE n6.id IS NOT NULL AND n6.subKind >= $p.a22 AND (n6.subKind > $p.a22 OR n6.subKind = $p.a22 AND (n6.id > $p.a23))
  WITH *
  ORDER BY n6.subKind IS NOT NULL ASC, n6.subKind ASC, n6.id ASC LIMIT $p.a21
  RETURN [n6.id]
} AS c5
RETURN [c0, c1, reverse(c2), c3, c4, reverse(c5)] AS r
