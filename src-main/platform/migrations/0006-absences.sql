DELETE FROM rejections WHERE 0;
