SELECT json_array(json_array())
