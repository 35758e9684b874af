CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a0) AND (r3.until IS NULL OR r3.until > $p.a0) AND r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id = $p.a1
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a2) AND (r5.until IS NULL OR r5.until > $p.a2) AND r5.standing IN ['ASSERTED', 'DISPUTED'] AND n4.kind = $p.a3
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a0) AND (r3.until IS NULL OR r3.until > $p.a0) AND r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id = $p.a1
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a2) AND (r5.until IS NULL OR r5.until > $p.a2) AND r5.standing IN ['ASSERTED', 'DISPUTED'] AND n4.kind = $p.a3
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.id]
} AS c1
RETURN [c0, c1] AS r
