CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a0) AND (r2.until IS NULL OR r2.until > $p.a0) AND r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a1
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a2) AND (r4.until IS NULL OR r4.until > $p.a2) AND r4.standing IN ['ASSERTED', 'DISPUTED'] AND n5.kind = $p.a3
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a0) AND (r2.until IS NULL OR r2.until > $p.a0) AND r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a1
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a2) AND (r4.until IS NULL OR r4.until > $p.a2) AND r4.standing IN ['ASSERTED', 'DISPUTED'] AND n5.kind = $p.a3
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a5
  RETURN [n1.id]
} AS c1
RETURN [c0, c1] AS r
