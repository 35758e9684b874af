CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a0) AND (r2.until IS NULL OR r2.until > $p.a0) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COUNT {
  MATCH (n4:Place)
  WHERE EXISTS {
    MATCH (n4)<-[r5:CONTROLS]-(n6:Actor)
    WHERE (r5.from IS NULL OR r5.from <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND r5.attestedFrom <= $p.a3 AND r5.attestedUntil >= $p.a3 AND r5.standing IN ['ASSERTED', 'DISPUTED']
    RETURN 1
  } AND n4.id IS NOT NULL
  RETURN n4
} AS c1, COUNT {
  MATCH (n7:Place)
  WHERE EXISTS {
    MATCH (n7)<-[r8:CONTROLS]-(n9:Actor)
    WHERE (r8.from IS NULL OR r8.from < $p.a7) AND (r8.until IS NULL OR r8.until > $p.a6) AND r8.standing IN ['ASSERTED', 'DISPUTED'] AND n9.id = $p.a8
    RETURN 1
  } AND n7.id IS NOT NULL
  RETURN n7
} AS c2, COLLECT {
  MATCH (n10:Actor)
  WHERE EXISTS {
    MATCH (n10)<-[r11s:BACKS*1..6]-(w13x1)
    WHERE all(r11 IN r11s WHERE (r11.from IS NULL OR r11.from <= $p.a11) AND (r11.until IS NULL OR r11.until > $p.a11) AND r11.attestedFrom <= $p.a11 AND r11.attestedUntil >= $p.a11 AND r11.standing IN ['ASSERTED', 'DISPUTED'])
    WITH DISTINCT w13x1
    WITH w13x1 AS n12
    WHERE n12:Actor AND n12 <> n10
    RETURN 1
  } AND n10.id IS NOT NULL
  WITH *
  ORDER BY n10.id ASC LIMIT $p.a13
  RETURN [n10.id]
} AS c3
RETURN [c0, c1, c2, c3] AS r
