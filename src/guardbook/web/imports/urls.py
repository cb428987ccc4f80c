"""Addresses of the pages about: bringing spreadsheets."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
