CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  RETURN n1
} AS c0, COUNT {
  MATCH (n2:Event)
  WITH n2 LIMIT $p.a4
  RETURN n2
} AS c1, COUNT {
  MATCH (n3:Event)
  WITH n3 LIMIT $p.a7
  RETURN n3
} AS c2, COUNT {
  MATCH (n4:Event)
  WITH n4 LIMIT $p.a10
  RETURN n4
} AS c3, COUNT {
  MATCH (n5:Event)
  RETURN n5
} AS c4, COUNT {
  MATCH (n6:Event)
  WHERE n6.kind = $p.a13 AND n6.id IS NOT NULL
  WITH n6 LIMIT $p.a16
  RETURN n6
} AS c5, COLLECT {
  MATCH (n6:Event)
  WHERE n6.kind = $p.a13 AND n6.id IS NOT NULL
  WITH *
  ORDER BY n6.id ASC LIMIT $p.a15
  RETURN [n6.id]
} AS c6, COLLECT {
  MATCH (n7:Place)
  WHERE n7.id = $p.a17
  WITH *, COUNT {
    MATCH (n7)<-[:PART_OF*1..32]-(w10x1)
    WITH DISTINCT w10x1
    WITH w10x1 AS n9
    WHERE n9:Place AND n9 <> n7
    WITH n9 LIMIT $p.a20
    RETURN n9
  } AS c7, COUNT {
    MATCH (n7)<-[r11:PART_OF]-(n12:Place)
    WITH n12 LIMIT $p.a23
    RETURN n12
  } AS c8, COUNT {
    MATCH (n13:Claim)
    WHERE n13.about = n7.id AND n13.id IS NOT NULL
    WITH n13 LIMIT $p.a26
    RETURN n13
  } AS c9
  RETURN [c7, c8, c9]
} AS c10
RETURN [c0, c1, c2, c3, c4, c5, c6, c10[0]] AS r
